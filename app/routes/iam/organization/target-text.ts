import type { PolicyTargetSummary } from '@aws-sdk/client-organizations'

const kinds = {
  ROOT: 'Root',
  ORGANIZATIONAL_UNIT: 'Organizational unit',
  ACCOUNT: 'Account',
}

export const kindOfTarget = ({ Type }: PolicyTargetSummary) => (Type ? kinds[Type] : '-')

/** `Root`, `ou-games`, `Production (444455556666)`. */
export const targetText = ({ Name = '', TargetId = '', Type }: PolicyTargetSummary) =>
  Type === 'ROOT' || Name === TargetId ? Name : `${Name} (${TargetId})`
