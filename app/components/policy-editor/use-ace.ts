import type { Ace } from 'ace-builds'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { PolicyKind } from '~/engine/policy/finding'
import { ace } from './ace'
import { askAgainAfterColon, policyCompleter } from './completion/policy-completer'
import { differenceOf } from './text/edit-json'
import { formatPolicy, sameSpot } from './text/whole-statements'

/** Ace's own editor, which Cloudscape keeps to itself; found by the node it is mounted on. */
export const editorIn = (root: HTMLElement | null): Ace.Editor | undefined => {
  const node = root?.querySelector<HTMLElement>('.ace_editor')
  return node ? ace.edit(node) : undefined
}

/** Makes one text of another by a single step, which the editor can undo. */
function rewrite(editor: Ace.Editor, text: string) {
  const { session } = editor
  const { start, end, put } = differenceOf(session.getValue(), text)
  if (start === end && put === '') return
  const range = new ace.Range(0, 0, 0, 0)
  range.setStart(session.doc.indexToPosition(start))
  range.setEnd(session.doc.indexToPosition(end))
  session.markUndoGroup()
  session.replace(range, put)
  session.markUndoGroup()
}

const caretOf = ({ session, selection }: Ace.Editor) =>
  session.doc.positionToIndex(selection.getCursor())

function format(editor: Ace.Editor) {
  const before = editor.getValue()
  const text = formatPolicy(before)
  if (text === undefined) return
  const caret = sameSpot(before, caretOf(editor), text)
  rewrite(editor, text)
  editor.selection.moveToPosition(editor.session.doc.indexToPosition(caret))
}

function equip(editor: Ace.Editor, kind: PolicyKind) {
  editor.completers = [policyCompleter(kind)]
  editor.setOptions({ enableBasicAutocompletion: true, enableLiveAutocompletion: true })
  editor.commands.addCommand({
    name: 'formatPolicy',
    bindKey: { win: 'Shift-Alt-F', mac: 'Shift-Option-F' },
    exec: format,
  })
  askAgainAfterColon(editor)
}

/** The editor below a node: where its caret is, and what can be done to its text. */
export function useAce(root: RefObject<HTMLDivElement | null>, kind: PolicyKind) {
  const [caret, setCaret] = useState(0)
  const equipped = useRef<Ace.Editor>(undefined)

  // ace is no React component: its caret has to be followed
  useEffect(() => {
    const editor = editorIn(root.current)
    if (!editor || equipped.current === editor) return
    equipped.current = editor
    equip(editor, kind)
    editor.selection.on('changeCursor', () => setCaret(caretOf(editor)))
  }, [root, kind])

  const withEditor = (act: (editor: Ace.Editor) => void) => {
    const editor = editorIn(root.current)
    if (editor) act(editor)
  }

  return {
    caret,
    rewrite: (text: string) => withEditor((editor) => rewrite(editor, text)),
    format: () => withEditor(format),
    focus: () => withEditor((editor) => editor.focus()),
    /** Both count from 1. */
    goToLine: (line: number, column: number) =>
      withEditor((editor) => {
        editor.gotoLine(line, column - 1, false)
        editor.focus()
      }),
    goTo: (offset: number) =>
      withEditor((editor) => {
        const { row, column } = editor.session.doc.indexToPosition(offset)
        editor.gotoLine(row + 1, column, false)
        editor.focus()
      }),
  }
}
