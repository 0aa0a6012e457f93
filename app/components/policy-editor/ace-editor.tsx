import CodeEditor from '@cloudscape-design/components/code-editor'
import type { CodeEditorProps } from '@cloudscape-design/components/code-editor'
import { useEffect, useId, useRef, useState } from 'react'

import type { Finding } from '~/engine/policy/finding'

import { ace } from './ace'
import { FindingsTabs } from './findings-tabs'
import type { PolicyEditorProps } from './policy-editor'
import { useFindings } from './use-findings'

type Preferences = Partial<CodeEditorProps.Preferences>

/** Ace's own editor, which Cloudscape keeps to itself; found by the node it is mounted on. */
const editorIn = (root: HTMLElement | null) => {
  const node = root?.querySelector<HTMLElement>('.ace_editor')
  return node ? ace.edit(node) : undefined
}

const HEIGHT = 400

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
}: PolicyEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const findings = useFindings(value, kind, resourceType)
  const [preferences, setPreferences] = useState<Preferences>({ wrapLines: true })
  const [contentHeight, setContentHeight] = useState(height ?? HEIGHT)
  const hint = useId()

  // ace is no React component: its gutter has to be told
  useEffect(() => {
    const editor = editorIn(root.current)
    editor?.setShowPrintMargin(false)
    const session = editor?.getSession()
    // our findings know policies; ace's own checks of the JSON would only repeat them
    session?.setUseWorker(false)
    session?.setAnnotations(findings.map(toAnnotation))
  }, [findings])

  const jumpTo = ({ line, column }: Finding) => {
    const editor = editorIn(root.current)
    editor?.gotoLine(line, column - 1, false)
    editor?.focus()
  }

  return (
    <div ref={root}>
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
      <p id={hint} className="u-hint">
        Tab indents. To leave the editor with the keyboard, press Esc, then Tab.
      </p>
      <FindingsTabs findings={findings} onJump={jumpTo} />
    </div>
  )
}
