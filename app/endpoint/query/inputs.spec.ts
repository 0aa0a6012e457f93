import * as Iam from '@aws-sdk/client-iam'
import * as Sts from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { refusal, rootArn, specCloud } from '~/engine/spec-cloud'
import { methodOf } from '../door'
import { loadTable, operationOf } from '../shapes'
import { send, specEndpoint, thrown } from '../spec-endpoint'
import { sample } from '../spec-samples'

const table = { iam: await loadTable('iam'), sts: await loadTable('sts') }
const direct = specCloud()
const client = direct.cloud.client(direct.cloud.credentialsFor(rootArn()))

let spec: Awaited<ReturnType<typeof specEndpoint>>

beforeAll(async () => {
  spec = await specEndpoint(Date.now)
})

afterAll(() => spec.close())

/** What both clouds have made of the calls so far. */
async function histories() {
  await direct.cloud.settled()
  await spec.cloud.settled()
  return [direct.cloud.world.events.at(-1), spec.cloud.world.events.at(-1)]
}

describe.each(['iam', 'sts'] as const)('parameters of %s', (service) => {
  const offered = Object.keys(table[service].operations).filter((name) =>
    methodOf(client[service], name)
  )

  test.each(offered)('%s gets all that the SDK sends', async (name) => {
    const [shape = 0] = operationOf(table[service], name) ?? []
    const input = shape ? sample(table[service], shape, '') : {}
    const sdk = service === 'iam' ? Iam : Sts
    const sent = () => send(spec.admin[service], sdk, name, input)
    const called = async () => methodOf(client[service], name)?.(Object(input))
    const outcome = await called().then(
      (answer) => ({ answer }),
      () => undefined
    )
    if (outcome) {
      expect(await sent()).toEqual(outcome.answer)
    } else {
      const { message, status } = await refusal(called())
      expect(await thrown(sent())).toMatchObject({ message, status })
      await thrown(sent())
    }
    const [own, theirs] = await histories()
    expect(theirs).toEqual(own)
  })
})
