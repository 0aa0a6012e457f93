import * as Iam from '@aws-sdk/client-iam'
import * as Sts from '@aws-sdk/client-sts'
import { describe, expect, test } from 'vitest'

import { loadTable, operationOf } from '../shapes'
import { send } from '../spec-endpoint'
import { sample } from '../spec-samples'
import { printAnswer } from './door'

const table = { iam: await loadTable('iam'), sts: await loadTable('sts') }

/** The SDK's own client, to which every request is answered in this way. */
function reading(service: 'iam' | 'sts', body: string) {
  const response = { statusCode: 200, headers: {}, body: new TextEncoder().encode(body) }
  const options = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    requestHandler: { handle: () => Promise.resolve({ response }) },
  }
  return service === 'iam' ? new Iam.IAMClient(options) : new Sts.STSClient(options)
}

describe.each(['iam', 'sts'] as const)('answers of %s', (service) => {
  const names = Object.keys(table[service].operations)

  test.each(names)('the SDK reads all that %s may answer', async (name) => {
    const [input = 0, output = 0] = operationOf(table[service], name) ?? []
    const answer = output ? sample(table[service], output, '') : {}
    const body = printAnswer(table[service], 'urn:spec', name, Object(answer), 'id')
    const asked = input ? sample(table[service], input, '') : {}
    const sdk = service === 'iam' ? Iam : Sts
    expect(await send(reading(service, body), sdk, name, asked)).toEqual(answer)
  })
})
