import type { StatementChange } from '../text/change-statement'
import type { Statement } from '../text/read-statements'

export type PartProps = {
  statement: Statement
  onChange: (changes: readonly StatementChange[]) => void
}
