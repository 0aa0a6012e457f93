/**
 * What each finding is called, how bad it is and what it says. The code that detects one
 * knows only its id. A slash separates the variants of one published check's message.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
import type { Severity } from './finding'
import { errors } from './findings/errors'
import { security } from './findings/security'
import { suggestions } from './findings/suggestions'
import { warnings } from './findings/warnings'

type Texts = Record<string, readonly [title: string, message: string]>

export type FindingId =
  | keyof typeof errors
  | keyof typeof security
  | keyof typeof suggestions
  | keyof typeof warnings

export type FindingValues = Record<string, string | number>

type FindingText = { severity: Severity; title: string; message: string }

const texts = new Map<string, FindingText>()

function add(severity: Severity, table: Texts) {
  for (const [id, [title, message]] of Object.entries(table)) {
    texts.set(id, { severity, title, message })
  }
}

add('error', errors)
add('security', security)
add('warning', warnings)
add('suggestion', suggestions)

/** The published issue code, without the variant. */
export const issueCode = (id: FindingId) => id.split('/')[0] ?? id

/** Placeholders stand in double braces; a value may itself hold braces. */
export function findingText(id: FindingId, values: FindingValues): FindingText {
  const text = texts.get(id) ?? { severity: 'error', title: id, message: '' }
  const message = text.message.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole
  )
  return { ...text, message }
}
