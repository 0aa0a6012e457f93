import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import { QueryError } from '~/components/query-error'
import { policyType } from '~/data/policies'
import { useAttachedUserPolicies, useUserGroups, useUserPolicyNames } from '~/data/users'
import type { Choice } from './choice'

type Row = { name: string; type: string; use: string }

const columns = [
  { id: 'name', header: 'Name', cell: ({ name }: Row) => name, isRowHeader: true },
  { id: 'type', header: 'Type', cell: ({ type }: Row) => type },
  { id: 'use', header: 'Used as', cell: ({ use }: Row) => use },
]

const groupRow = ({ GroupName: name = '' }): Row => ({
  name,
  type: 'Group',
  use: 'Permissions group',
})

const policyRow = (name = '', arn = ''): Row => ({
  name,
  type: policyType(arn),
  use: 'Permissions policy',
})

type Props = { choice: Choice; actions?: ReactNode; extra?: Row[] }

/** What the user is going to get. */
export function ChoiceReview({ choice, ...rest }: Props) {
  if (choice.option === 'copy' && choice.from?.UserName)
    return <CopyReview from={choice.from.UserName} {...rest} />
  const rows =
    choice.option === 'groups'
      ? choice.groups.map(groupRow)
      : choice.option === 'attach'
        ? choice.policies.map(({ PolicyName, Arn }) => policyRow(PolicyName, Arn))
        : []
  return <Summary rows={rows} {...rest} />
}

function CopyReview({ from, ...rest }: Omit<Props, 'choice'> & { from: string }) {
  const groups = useUserGroups(from)
  const attached = useAttachedUserPolicies(from)
  const inline = useUserPolicyNames(from)
  const rows = [
    ...(groups.data ?? []).map(groupRow),
    ...(attached.data ?? []).map((policy) =>
      policyRow(policy.PolicyName, policy.PolicyArn)
    ),
    ...(inline.data ?? []).map((name) => ({
      name,
      type: 'Customer inline',
      use: 'Permissions policy',
    })),
  ]
  const questions = [groups, attached, inline]
  const error = questions.find((asked) => asked.error)?.error ?? null
  return (
    <>
      <QueryError
        error={error}
        retry={() => Promise.all(questions.map(({ refetch }) => refetch()))}
        what={`the permissions of ${from}`}
      />
      <Summary rows={rows} {...rest} />
    </>
  )
}

function Summary({ rows, actions, extra = [] }: Omit<Props, 'choice'> & { rows: Row[] }) {
  const all = [...rows, ...extra]
  return (
    <Table
      items={all}
      columnDefinitions={columns}
      ariaLabels={{ tableLabel: 'Permissions summary' }}
      empty="No permissions. The user can do nothing until some are added."
      header={
        <Header variant="h2" counter={`(${all.length})`} actions={actions}>
          Permissions summary
        </Header>
      }
    />
  )
}
