import { ColorSquare } from '~/components/role-color'
import { switchRole, SwitchRoleError } from '~/data/identity'
import { whenNothingIsLost } from '~/data/unsaved'
import { word } from '~/lib/words'
import { pb } from '~/lib/path-builder'
import { flash } from '~/stores/flash'
import { isSameRole, useIdentityStore } from '~/stores/identity'
import type { ActiveRole, RoleHistoryEntry } from '~/stores/identity'

type Props = { active: ActiveRole | undefined; close: () => void }

/** The last five roles of this browser: one click switches again, on the page one is on. */
export function RoleHistory({ active, close }: Props) {
  const history = useIdentityStore((state) => state.history)
  if (history.length === 0) return null

  const switchTo = async (entry: RoleHistoryEntry) => {
    close()
    try {
      await switchRole(entry)
    } catch (error) {
      flash({
        id: 'switch-role-failed',
        type: 'error',
        header: `Could not switch to ${entry.displayName}`,
        content: error instanceof Error ? error.message : String(error),
        ...(error instanceof SwitchRoleError && error.decision
          ? { decision: error.decision }
          : {}),
        action: { label: 'Open the form', href: pb.switchRole(entry) },
      })
    }
  }

  return (
    <div className="u-role-history">
      <h2>{word('account.menu.history')}</h2>
      <ul>
        {history.map((entry) => {
          const current = active !== undefined && isSameRole(entry, active)
          return (
            <li key={`${entry.account} ${entry.roleName}`}>
              <button
                type="button"
                aria-current={current || undefined}
                onClick={() => whenNothingIsLost(() => void switchTo(entry))}
              >
                <ColorSquare color={entry.color} />
                {entry.displayName}
                {current && <small>(active)</small>}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
