import { describe, expect, test } from 'vitest'
import type { HeldText } from '~/data/simulator'
import { freshDraft } from './draft'
import { sandboxInput, sourcesOf } from './sandbox'

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const user = { kind: 'user', name: 'Ann' } as const
const group = { kind: 'group', name: 'Team' } as const

const inline: HeldText = {
  id: 'inline',
  source: 'user_Ann_i',
  name: 'i',
  kind: 'inline',
  holder: user,
  text: '{"i":1}',
}
const managed = (id: string, holder: HeldText['holder']): HeldText => ({
  id,
  source: 'ReadOnlyAccess',
  name: 'ReadOnlyAccess',
  kind: 'managed',
  arn: READ,
  holder,
  text: '{"r":1}',
})
const direct = managed('direct', user)
const byGroup = managed('byGroup', group)
const boundary: HeldText = { ...managed('boundary', user), kind: 'boundary' }

const held = [inline, direct, byGroup, boundary]

describe('what is left out', () => {
  test('is nothing at first', () => {
    expect(sandboxInput(held, freshDraft)).toEqual({})
  })

  test('is named by whose it is, where it has no ARN', () => {
    expect(sandboxInput(held, { ...freshDraft, left: ['inline'] })).toEqual({
      PolicyExclusionList: [
        {
          InlinePolicyIdentifier: {
            PolicyName: 'i',
            AttachmentType: 'user',
            AttachmentName: 'Ann',
          },
        },
      ],
    })
  })

  test('goes by its ARN once no copy of it stays', () => {
    expect(sandboxInput(held, { ...freshDraft, left: ['direct'] })).toEqual({})
    expect(sandboxInput(held, { ...freshDraft, left: ['direct', 'byGroup'] })).toEqual({
      PolicyExclusionList: [{ PolicyArn: READ }],
    })
  })

  test('may be the boundary and the organization', () => {
    const draft = { ...freshDraft, left: ['boundary'], withoutScps: true }
    expect(sandboxInput(held, draft)).toEqual({
      PolicyExclusionList: [{ PolicyType: 'permission-boundary' }, { PolicyType: 'scp' }],
    })
  })
})

describe('what was edited', () => {
  test('takes the place of what is in the account', () => {
    const draft = { ...freshDraft, edits: { inline: '{"i":2}', boundary: '{"b":2}' } }
    expect(sandboxInput(held, draft)).toMatchObject({
      PolicyExclusionList: [{ InlinePolicyIdentifier: { PolicyName: 'i' } }],
      PolicyInputList: ['{"i":2}'],
      PermissionsBoundaryPolicyInputList: ['{"b":2}'],
    })
    const sources = sourcesOf(held, draft)
    expect(sources.get('PolicyInputList.1')).toEqual({
      name: 'i (edited)',
      text: '{"i":2}',
    })
    expect(sources.get('PermissionsBoundaryPolicyInputList.1')?.text).toBe('{"b":2}')
    expect(sources.get('user_Ann_i')?.text).toBe('{"i":1}')
  })

  test('counts for nothing while it is left out, or is the same again', () => {
    const edits = { inline: '{"i":2}' }
    expect(
      sandboxInput(held, { ...freshDraft, left: ['inline'], edits })
    ).not.toHaveProperty('PolicyInputList')
    expect(sandboxInput(held, { ...freshDraft, edits: { inline: '{"i":1}' } })).toEqual({})
  })
})
