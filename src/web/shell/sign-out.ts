import { useNavigate } from '@tanstack/react-router'
import { complain } from '../ui/toast.ts'
import { signOut } from './account.ts'
import { forgetAll } from './query-client.ts'

export function useSignOut(end: () => Promise<void> = signOut) {
  const navigate = useNavigate()
  return () =>
    void end()
      .then(() => navigate({ to: '/sign-in' }))
      .then(forgetAll)
      .catch(complain)
}
