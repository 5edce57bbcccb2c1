import './plain-zod.ts'
import '@fontsource-variable/inter'
import './ui/tokens.css'
import './ui/reset.css'
import './ui/words.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './routes.tsx'
import { isChanging, queryClient } from './shell/query-client.ts'
import { TipPlace } from './ui/tip-place.tsx'
import '@fontsource-variable/source-serif-4'

const ToastPlace = lazy(() => import('./ui/toast-place.tsx').then((module) => ({ default: module.ToastPlace })))

addEventListener('beforeunload', (event) => {
  if (isChanging()) event.preventDefault()
})

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <TipPlace />
      <Suspense>
        <ToastPlace />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
)
