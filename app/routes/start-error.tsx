import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'

import { StartParameterError } from '~/data/start-parameters'
import { ScenarioError } from '~/scenarios/schema'

/** By name where the class is in code that may not have been loaded. */
const isAskedFor = (error: unknown) =>
  error instanceof StartParameterError ||
  error instanceof ScenarioError ||
  (error instanceof Error && error.name === 'PackedWorldError')

/** A start that failed says what was wrong with it; it never falls back to something else. */
export function StartError({ error }: { error: unknown }) {
  return (
    <main className="u-start-error">
      <h1>Understudy could not start</h1>
      <Alert
        type="error"
        header={
          isAskedFor(error)
            ? 'The address asks for something that is not there'
            : 'Something went wrong at the start'
        }
        action={<Button href="/">Start without parameters</Button>}
      >
        <span data-u-start-error="">
          {error instanceof Error ? error.message : String(error)}
        </span>
      </Alert>
    </main>
  )
}
