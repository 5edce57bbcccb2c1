import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type RevokeDialogProps = { name: string; consequence: string; busy: boolean; onRevoke: () => void; onClose: () => void }

/** Asked first: whatever uses a revoked key stops working, and no Undo brings the key back. */
export function RevokeDialog({ name, consequence, busy, onRevoke, onClose }: RevokeDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revoke ${name}?`}
      description={consequence}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" busy={busy} onClick={onRevoke}>
            Revoke the key
          </Button>
        </>
      }
    />
  )
}
