/** What Ace asks while somebody writes a policy. */
import type { Ace } from 'ace-builds'
import { loadServiceAuthorization } from '~/engine/catalog/service-authorization'
import type { PolicyKind } from '~/engine/policy/finding'
import { track } from '~/lib/idle'
import { openPart } from '../principal-types'
import { type Candidate, candidatesAt, servicesNeeded } from './candidates'
import { insertion } from './insertion'
import { spotAt } from './spot'

const textAndOffset = (session: Ace.EditSession, position: Ace.Point) => ({
  text: session.getValue(),
  offset: session.doc.positionToIndex(position),
})

/** What goes on inside the same string: a service's prefix, an operator's qualifier. */
const isBeginning = (text: string) => text.endsWith(':')

function insert(editor: Ace.Editor, chosen: string) {
  const { session } = editor
  const { text, offset } = textAndOffset(session, editor.getCursorPosition())
  const { start, end, put, caret } = insertion(text, spotAt(text, offset), chosen)
  const at = (index: number) => session.doc.indexToPosition(index)
  const range = editor.getSelectionRange()
  range.setStart(at(start))
  range.setEnd(at(end))
  session.replace(range, put)
  editor.selection.moveToPosition(at(caret))
  const blank = openPart(chosen)
  if (blank === undefined) return
  const from = start + put.indexOf(blank)
  range.setStart(at(from))
  range.setEnd(at(from + blank.length))
  editor.selection.setRange(range)
}

const toCompletion = (completer: Ace.Completer, { text, note, about }: Candidate) => ({
  caption: text,
  value: text,
  meta: note,
  completer,
  ...(about ? { docText: about.join('\n') } : {}),
})

export function policyCompleter(kind: PolicyKind): Ace.Completer {
  const completer: Ace.Completer = {
    id: 'policy',
    identifierRegexps: [/[\w:*./-]/],
    triggerCharacters: ['"'],
    getCompletions(_editor, session, position, _prefix, callback) {
      const { text, offset } = textAndOffset(session, position)
      const spot = spotAt(text, offset)
      const typed = text.slice(spot.from, offset)
      const answer = () =>
        callback(
          null,
          candidatesAt(spot, typed, kind).map((each) => toCompletion(completer, each))
        )
      // without its data a service has no actions to offer, which is no reason to offer nothing
      void track(loadServiceAuthorization(servicesNeeded(spot, typed))).then(answer, answer)
    },
    insertMatch(editor, { value = '' }) {
      insert(editor, value)
      if (isBeginning(value)) editor.execCommand('startAutocomplete')
    },
  }
  return completer
}

/** A colon within a string ends one name and begins another: the list is asked for anew. */
export function askAgainAfterColon(editor: Ace.Editor) {
  editor.commands.on('afterExec', ({ command, args }) => {
    if (command.name !== 'insertstring' || String(args) !== ':') return
    const { text, offset } = textAndOffset(editor.session, editor.getCursorPosition())
    if (spotAt(text, offset).quoted) editor.execCommand('startAutocomplete')
  })
}
