/** The simulator's words for what came out. */
import { formatCount } from '~/lib/text'
import type { Row } from './simulate'

const matching = (count: number) =>
  formatCount(count, 'matching statement', 'matching statements')

export function permissionWords({ permission, statements }: Row) {
  const count = statements.length
  switch (permission) {
    case 'allowed':
      return { word: 'allowed', reason: `${matching(count)}.` }
    case 'explicitDeny':
      return {
        word: 'denied',
        reason:
          count > 0 ? `Explicitly denied (${matching(count)}).` : 'Explicitly denied.',
      }
    case 'implicitDeny':
      return {
        word: 'denied',
        reason:
          count > 0
            ? `Implicitly denied (${matching(count)}).`
            : 'Implicitly denied (no matching statements).',
      }
    default:
      return { word: 'Not simulated', reason: '' }
  }
}
