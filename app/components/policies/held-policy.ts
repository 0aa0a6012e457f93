/** A policy on a user, group or role. Inline ones have no ARN. */
export type HeldPolicy = {
  name: string
  arn?: string
  type: string
  /** `Directly`, `Inline`, `Group X`. */
  via?: string
  /** The group a user has it from. */
  group?: string
}

export const keyOf = ({ arn, name, via }: HeldPolicy) => `${arn ?? name} ${via ?? ''}`
