import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { PolicyEditor } from '~/components/policy-editor/policy-editor'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { NEW_POLICY } from './draft'
import type { Simulation } from './use-simulation'

/** Policies that nobody has yet, written here; together they are what is simulated. */
export function NewPolicies({
  draft: { texts },
  change,
}: Pick<Simulation, 'draft' | 'change'>) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Write or paste identity-based policies. They are simulated together and saved nowhere."
          actions={
            <Button
              onClick={() => change({ texts: [...texts, NEW_POLICY] })}
              {...placeButton('iam.policySimulator.addPolicy')}
            >
              {word('iam.policySimulator.addPolicy')}
            </Button>
          }
        >
          Policy Sandbox
        </Header>
      }
    >
      <SpaceBetween size="l">
        {texts.map((text, index) => (
          <section key={index} aria-label={`Policy ${index + 1}`}>
            <SpaceBetween size="xs">
              <Header
                variant="h3"
                actions={
                  texts.length > 1 && (
                    <Button
                      ariaLabel={`Remove policy ${index + 1}`}
                      onClick={() => change({ texts: texts.toSpliced(index, 1) })}
                    >
                      Remove
                    </Button>
                  )
                }
              >
                Policy {index + 1}
              </Header>
              <PolicyEditor
                kind="identity"
                height={220}
                ariaLabel={`Policy ${index + 1}`}
                value={text}
                onChange={(value) => change({ texts: texts.with(index, value) })}
              />
            </SpaceBetween>
          </section>
        ))}
      </SpaceBetween>
    </Container>
  )
}
