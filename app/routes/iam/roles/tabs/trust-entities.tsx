import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { AppButton } from '~/components/app-link'
import { JsonView } from '~/components/policy-editor/json-view'
import {
  type ConditionInWords,
  conditionsInWords,
  entitiesInWords,
} from '~/components/trust/entities-in-words'
import { decodeDocument, readDocument } from '~/data/documents'
import { pb } from '~/lib/path-builder'
import { word } from '~/lib/words'
import type { RoleTabProps } from './tab'

/** Who is trusted beside the conditions, in words; the document itself on request. */
export function TrustEntities({ name, role }: RoleTabProps) {
  const text = decodeDocument(role?.AssumeRolePolicyDocument)
  const document = readDocument(text)
  return (
    <Container>
      <SpaceBetween size="l">
        <AppButton
          href={pb.roleTrustPolicyEdit(name)}
          variant="primary"
          place="iam.role.editTrust"
        />
        {role && (
          <>
            <ColumnLayout columns={2}>
              <Entities entities={entitiesInWords(document)} />
              <Conditions conditions={conditionsInWords(document)} />
            </ColumnLayout>
            <ExpandableSection headerText="Show policy document">
              <JsonView text={text} ariaLabel={word('iam.trust.document')} />
            </ExpandableSection>
          </>
        )}
      </SpaceBetween>
    </Container>
  )
}

const Entities = ({ entities }: { entities: string[] }) => (
  <Table
    variant="embedded"
    items={entities}
    trackBy={(entity) => entity}
    ariaLabels={{ tableLabel: 'Trusted entities' }}
    header={
      <Header
        variant="h2"
        description="The following trusted entities can assume this role."
      >
        Trusted entities
      </Header>
    }
    wrapLines
    columnDefinitions={[
      {
        id: 'entity',
        header: 'Trusted entities',
        cell: (entity) => entity,
        isRowHeader: true,
      },
    ]}
  />
)

const Conditions = ({ conditions }: { conditions: ConditionInWords[] }) => (
  <Table
    variant="embedded"
    items={conditions}
    trackBy={({ operator, key }) => `${operator} ${key}`}
    ariaLabels={{ tableLabel: 'Conditions' }}
    empty="There are no conditions associated with this role."
    header={
      <Header
        variant="h2"
        description="The following conditions define how and when trusted entities can assume the role."
      >
        Conditions
      </Header>
    }
    wrapLines
    columnDefinitions={[
      {
        id: 'condition',
        header: 'Condition',
        cell: ({ operator }) => operator,
        isRowHeader: true,
      },
      { id: 'key', header: 'Key', cell: ({ key }) => key },
      { id: 'value', header: 'Value', cell: ({ value }) => value },
    ]}
  />
)
