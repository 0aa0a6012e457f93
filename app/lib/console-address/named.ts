/** Whose page an address opens, and which of that page's own pages. */
import { lastSegment, wordOf } from './text'

export type Named = {
  name: string
  /** `edittrustpolicy`, in one word; empty for the page itself. */
  page: string
  /** What stands behind the page: which of its policies. */
  after?: string | undefined
}

/** Pages below that of a role, user or group. */
const pages = new Set(
  [
    'edit-trust-policy',
    'attach-policies',
    'attach-policy',
    'attach',
    'add-permissions',
    'create-policy',
    'create-inline-policy',
    'edit-policy',
    'edit-role',
    'manage-tags',
    'add-users',
    'create-access-key',
    'access-key-wizard',
    'mfa',
    'manage-console-access',
    'enable-console-access',
    'set-permissions-boundary',
  ].map(wordOf)
)

/** The ARN of a role, `arn:aws:iam::…:role/path/Name`, is as good as its name. */
const withoutArn = (parts: string[]) =>
  parts[0]?.startsWith('arn:') ? parts.slice(1) : parts

/** What was copied along with a link out of a text; no name and no ARN ends like that. */
const withoutTail = (name: string) => name.replace(/[)\]}>"'`\\。、，]+[.,]?$/, '') || name

/**
 * From what follows `#/roles/`: `details/Name/page`, `Name`, `path/Name`, an ARN. The console of
 * 2021 had no `details`, and scripts put the path of a role before its name.
 */
export function readNamed(segments: string[], view: string | undefined): Named | undefined {
  const isDetails = wordOf(segments[0]) === 'details'
  const inside = isDetails ? segments.slice(1) : segments
  const parts = withoutArn(inside.flatMap((segment) => segment.split('/')).filter(Boolean))
  const at = parts.findIndex((part, index) => index > 0 && pages.has(wordOf(part)))
  const isPlain = isDetails && !inside[0]?.startsWith('arn:')
  const name =
    at > 0 ? parts[at - 1] : isPlain ? lastSegment(inside[0] ?? '') : parts.at(-1)
  if (!name) return undefined
  const page = wordOf(view) || wordOf(at > 0 ? parts[at] : undefined)
  return { name: withoutTail(name), page, after: at > 0 ? parts[at + 1] : undefined }
}

const ARN = /^arn:[^:]*:iam:[^:]*:[^:]*:policy\//

/** Pages below that of a policy; its ARN has slashes of its own before them. */
const policyPages = new Set(['edit', 'editpolicy', 'attach', 'attachpolicy', 'detach'])

/** A policy goes by its ARN, encoded or not. */
export function readPolicy(
  segments: string[],
  view: string | undefined
): Named | undefined {
  const inside = wordOf(segments[0]) === 'details' ? segments.slice(1) : segments
  const last = wordOf(inside.at(-1))
  const hasPage = inside.length > 1 && policyPages.has(last)
  // whatever else follows an ARN that came in one piece is a page we do not know
  const whole = inside.find((segment) => ARN.test(segment))
  const name = whole ?? (hasPage ? inside.slice(0, -1) : inside).join('/')
  return name
    ? { name: withoutTail(name), page: wordOf(view) || (hasPage ? last : '') }
    : undefined
}
