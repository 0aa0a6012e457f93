export type PolicyTabProps = { name: string; arn: string }
