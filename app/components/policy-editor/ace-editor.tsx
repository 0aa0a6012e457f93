import CodeEditor from '@cloudscape-design/components/code-editor'
import type { CodeEditorProps } from '@cloudscape-design/components/code-editor'
import { useEffect, useId, useMemo, useRef, useState } from 'react'

import type { Finding } from '~/engine/policy/finding'

import { ace } from './ace'
import { FindingsTabs } from './findings-tabs'
import type { PolicyEditorProps } from './policy-editor'
import { EditorActions } from './editor-actions'
import { StatementPanel } from './statement-panel/statement-panel'
import { changeStatement } from './text/change-statement'
import { readStatements, statementAt } from './text/read-statements'
import { addStatement, removeStatement } from './text/whole-statements'
import { editorIn, useAce } from './use-ace'
import { useFindings } from './use-findings'

type Preferences = Partial<CodeEditorProps.Preferences>

const HEIGHT = 400

/** Below this width of the page the panel opens when asked for. */
const NARROW = 700

/** The bar below the text counts its marks; the tabs below that are for reading them. */
const i18nStrings = { errorsTab: 'Errors in text', warningsTab: 'Warnings in text' }

const levels = {
  error: 'error',
  security: 'warning',
  warning: 'warning',
  suggestion: 'info',
}

/** Ace counts from 0, people and findings from 1. */
const toAnnotation = ({ line, column, severity, message }: Finding) => ({
  row: line - 1,
  column: column - 1,
  text: message,
  type: levels[severity],
})

export function AceEditor({
  value,
  onChange,
  kind,
  resourceType,
  ariaLabel,
  height,
  quota,
}: PolicyEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const findings = useFindings(value, kind, resourceType)
  const editor = useAce(root, kind)
  const [preferences, setPreferences] = useState<Preferences>({ wrapLines: true })
  const [contentHeight, setContentHeight] = useState(height ?? HEIGHT)
  const [panel, setPanel] = useState(() => window.innerWidth >= NARROW)
  const hint = useId()
  const statements = useMemo(() => readStatements(value), [value])
  const statement = statements && statementAt(statements, editor.caret)

  // ace is no React component: its gutter has to be told
  useEffect(() => {
    const ofAce = editorIn(root.current)
    ofAce?.setShowPrintMargin(false)
    const session = ofAce?.getSession()
    // our findings know policies; ace's own checks of the JSON would only repeat them
    session?.setUseWorker(false)
    session?.setAnnotations(findings.map(toAnnotation))
  }, [findings])

  const jumpTo = ({ line, column }: Finding) => editor.goToLine(line, column)

  const add = () => {
    const text = addStatement(value, kind)
    if (text === undefined) return
    editor.rewrite(text)
    editor.goTo((readStatements(text)?.at(-1)?.start ?? 0) + 1)
  }

  return (
    <div className={panel ? 'u-policy-editor' : undefined}>
      <div ref={root} className="u-policy-text">
        <CodeEditor
          ace={ace}
          language="json"
          languageLabel="JSON"
          value={value}
          onChange={({ detail }) => onChange(detail.value)}
          preferences={preferences}
          onPreferencesChange={({ detail }) => setPreferences(detail)}
          editorContentHeight={contentHeight}
          onEditorContentResize={({ detail }) => setContentHeight(detail.height)}
          i18nStrings={i18nStrings}
          ariaLabel={ariaLabel}
          ariaDescribedby={hint}
          themes={{ light: ['cloud_editor'], dark: ['cloud_editor_dark'] }}
        />
        <EditorActions
          text={value}
          canAdd={addStatement(value, kind) !== undefined}
          quota={quota}
          panel={panel}
          onAdd={add}
          onFormat={editor.format}
          onPanel={setPanel}
        />
        <p id={hint} className="u-hint">
          Tab indents, Ctrl+Space completes, Shift+Alt+F formats. To leave the editor with
          the keyboard, press Esc, then Tab.
        </p>
      </div>
      {panel && (
        <StatementPanel
          kind={kind}
          statement={statement}
          isBroken={statements === undefined}
          onAdd={add}
          onChange={(changes) =>
            statement && editor.rewrite(changeStatement(value, statement.index, changes))
          }
          onRemove={() => {
            if (statement) editor.rewrite(removeStatement(value, statement.index))
            editor.focus()
          }}
        />
      )}
      <div className="u-policy-findings">
        <FindingsTabs findings={findings} onJump={jumpTo} />
      </div>
    </div>
  )
}
