import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

import manifest from '../../package.json'

const services = ['iam', 'sts', 's3', 'cloudtrail'] as const

test.each(services)('the table of %s is of the release that is installed', (name) => {
  const file = resolve(import.meta.dirname, `generated/${name}.ts`)
  const [header = ''] = readFileSync(file, 'utf8').split('\n')
  const release = manifest.devDependencies[`@aws-sdk/client-${name}`]
  expect(header).toContain(`@aws-sdk/client-${name}@${release} `)
})
