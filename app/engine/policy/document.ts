/**
 * A policy document as its author writes it, in AWS's spelling.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export type OneOrMany<T> = T | T[]

export type PolicyDocument = {
  Version?: string
  Id?: string
  Statement: OneOrMany<PolicyStatement>
}

export type PrincipalElement = '*' | Record<string, OneOrMany<string>>

export type ConditionValue = string | number | boolean

export type ConditionBlock = Record<string, Record<string, OneOrMany<ConditionValue>>>

export type PolicyStatement = {
  Sid?: string
  Effect: string
  Principal?: PrincipalElement
  NotPrincipal?: PrincipalElement
  Action?: OneOrMany<string>
  NotAction?: OneOrMany<string>
  Resource?: OneOrMany<string>
  NotResource?: OneOrMany<string>
  Condition?: ConditionBlock
}

export const toList = <T>(value: OneOrMany<T> | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
