import { mayChangeView, maySeeView } from '#domain/saved-view.ts'
import type { RecordRules } from '../records/rules.ts'
import { refuseCrowding } from './crowding.ts'

/** A view that somebody keeps to themselves is there for nobody else; it finds its place free, whether it is renamed, restored, or either is undone. */
export const savedViewRules: RecordRules<'saved-view'> = {
  maySee: maySeeView,
  mayChange: mayChangeView,
  async checkChange(scope, view, difference) {
    const isComing = 'name' in difference || 'archivedAt' in difference
    if (isComing && view.archivedAt === null) await refuseCrowding(scope, view)
  },
}
