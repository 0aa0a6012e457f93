import { principalOf, levelsOf } from './finding-text'

export function PrincipalText({
  principal,
}: {
  principal: Record<string, string> | undefined
}) {
  const { kind, text } = principalOf(principal)
  return text === '*' ? kind : `${kind}: ${text}`
}

/** `Read`, `Write`: one after the other. */
export const LevelsText = ({ actions }: { actions: string[] | undefined }) =>
  levelsOf(actions)
    .map(({ level }) => level)
    .join(', ') || '-'
