/** The first lines on the screen. */
import { peopleOf } from '~/scenarios/people'
import type { Scenario } from '~/scenarios/schema'
import type { SdkCredentials } from '~/server/stage'

export type Greeting = {
  consoleUrl: string
  endpointUrl: string
  scenario: Scenario
  /** What keeps the world, in words. */
  kept: string
  /** Whose keys, and the keys. */
  keys: { name: string; credentials: SdkCredentials } | undefined
}

const pad = (texts: string[]) => Math.max(...texts.map((text) => text.length)) + 2

function peopleLines(scenario: Scenario): string[] {
  const people = peopleOf(scenario)
  if (people.length === 0) return []
  const rows = people.map(({ account, name, password }) => [account, name, password])
  const widths = [0, 1, 2].map((column) => pad(rows.map((cells) => cells[column] ?? '')))
  return [
    '',
    'Who can sign in (account, name, password):',
    ...rows.map((cells) =>
      `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('')}`.trimEnd()
    ),
  ]
}

function keyLines({ keys, endpointUrl }: Greeting): string[] {
  if (!keys) return ['', `For the AWS CLI: aws --endpoint-url ${endpointUrl} …`]
  const { accessKeyId, secretAccessKey, sessionToken } = keys.credentials
  return [
    '',
    `For the AWS CLI and SDKs, as ${keys.name}:`,
    `  export AWS_ENDPOINT_URL=${endpointUrl} AWS_REGION=us-east-1`,
    `  export AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `  export AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    `  export AWS_SESSION_TOKEN=${sessionToken}`,
    `  aws --endpoint-url ${endpointUrl} iam list-users`,
  ]
}

export const greetingOf = (greeting: Greeting): string =>
  [
    'Understudy, a simulation of the AWS IAM console. It contacts no AWS service:',
    'never type real credentials into it.',
    '',
    `Console   ${greeting.consoleUrl}`,
    `Endpoint  ${greeting.endpointUrl}`,
    '',
    `Scenario ${greeting.scenario.id}: ${greeting.scenario.name}. ${greeting.kept}`,
    ...peopleLines(greeting.scenario),
    ...keyLines(greeting),
    '',
    'Ctrl+C ends it.',
    '',
  ].join('\n')
