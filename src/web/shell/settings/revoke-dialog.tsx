import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/toast.ts'
import { useChange } from './queries.ts'

type RevokeDialogProps = {
  name: string
  consequence: string
  /** Which list of keys is asked again. */
  keys: 'api-keys' | 'capture-keys'
  onRevoke: () => Promise<unknown>
  onClose: () => void
}

/** Asked first: whatever uses a revoked key stops working, and no Undo brings the key back. */
export function RevokeDialog({ name, consequence, keys, onRevoke, onClose }: RevokeDialogProps) {
  const revoking = useChange(keys, onRevoke)
  const revoke = () =>
    revoking.mutate(undefined, {
      onSuccess: () => {
        say({ text: `${name} is revoked` })
        onClose()
      },
    })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke ${name}?`}
      description={consequence}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" busy={revoking.isPending} onClick={revoke}>
            Revoke the key
          </Button>
        </>
      }
    />
  )
}
