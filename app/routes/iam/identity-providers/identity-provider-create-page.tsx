import Container from '@cloudscape-design/components/container'
import FileUpload from '@cloudscape-design/components/file-upload'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { InfoLink } from '~/components/info-link'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { tagErrors, type TagField, TagFields } from '~/components/tag-fields'
import { useApiMutation } from '~/data/client'
import { providerName } from '~/data/providers'
import type { AwsClient } from '~/engine'
import { pb } from '~/lib/path-builder'
import { placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import {
  blankProvider,
  problemsOf,
  type ProviderForm,
  type ProviderProblems,
} from './provider-form'

async function createProvider({ iam }: AwsClient, form: ProviderForm, tags: TagField[]) {
  const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }))
  if (form.type === 'SAML') {
    const made = await iam.createSAMLProvider({
      Name: form.name,
      SAMLMetadataDocument: form.metadata,
      Tags,
    })
    return made.SAMLProviderArn ?? ''
  }
  const made = await iam.createOpenIDConnectProvider({
    Url: form.url,
    ClientIDList: [form.audience],
    Tags,
  })
  return made.OpenIDConnectProviderArn ?? ''
}

export default function IdentityProviderCreatePage() {
  const navigate = useNavigate()
  const [form, setForm] = useState(blankProvider)
  const [tags, setTags] = useState<TagField[]>([])
  const [tried, setTried] = useState(false)
  const change = (part: Partial<ProviderForm>) => setForm({ ...form, ...part })
  const create = useApiMutation<void, string>(
    (client) => createProvider(client, form, tags),
    {
      onSuccess: (arn) => {
        flash({
          type: 'success',
          header: `${providerName(arn)} added.`,
          content: 'To let its users in, assign it to a role that trusts it.',
          action: { label: 'View provider', href: pb.identityProvider(arn) },
        })
        void navigate(pb.identityProviders())
      },
    }
  )
  const submit = () => {
    setTried(true)
    const isGood = Object.keys(problemsOf(form)).length === 0
    if (isGood && tagErrors(tags).length === 0) create.mutate()
  }
  const isDirty = JSON.stringify(form) !== JSON.stringify(blankProvider) || tags.length > 0
  return (
    <FormPage
      title="Add an Identity provider"
      info={<InfoLink topic="iam.identityProviders" about="identity providers" />}
      submitLabel={word('iam.createIdentityProvider.submit')}
      place="iam.createIdentityProvider.submit"
      cancelPlace="iam.createIdentityProvider.cancel"
      cancelHref={pb.identityProviders()}
      onSubmit={submit}
      busy={create.isPending}
      error={create.error}
      errorHeader="Failed to add the provider."
      dirty={isDirty && !create.isSuccess}
    >
      <Container header={<Header variant="h2">Configure provider</Header>}>
        <SpaceBetween size="l">
          <FormField label={word('iam.createIdentityProvider.type')}>
            <Place id="iam.createIdentityProvider.type">
              <Tiles
                ariaLabel={word('iam.createIdentityProvider.type')}
                value={form.type}
                onChange={({ detail }) =>
                  change({ type: detail.value === 'SAML' ? 'SAML' : 'OpenID Connect' })
                }
                items={[
                  {
                    value: 'SAML',
                    label: <PlaceLabel place="iam.createIdentityProvider.type.saml" />,
                    description:
                      'Establish trust between your AWS account and a SAML 2.0 compatible identity provider.',
                  },
                  {
                    value: 'OpenID Connect',
                    label: <PlaceLabel place="iam.createIdentityProvider.type.oidc" />,
                    description:
                      'Establish trust between your AWS account and identity provider services such as Google or GitHub.',
                  },
                ]}
              />
            </Place>
          </FormField>
          <Fields form={form} problems={tried ? problemsOf(form) : {}} onChange={change} />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Add tags - optional</Header>}>
        <TagFields
          tags={tags}
          onChange={setTags}
          showErrors={tried}
          place="iam.createIdentityProvider.addTag"
        />
      </Container>
    </FormPage>
  )
}

type FieldsProps = {
  form: ProviderForm
  problems: ProviderProblems
  onChange: (part: Partial<ProviderForm>) => void
}

const Fields = (props: FieldsProps) =>
  props.form.type === 'SAML' ? <SamlFields {...props} /> : <OidcFields {...props} />

function SamlFields({ form, problems, onChange }: FieldsProps) {
  const [files, setFiles] = useState<File[]>([])
  const choose = async (chosen: File[]) => {
    setFiles(chosen)
    onChange({ metadata: chosen[0] ? await chosen[0].text() : '' })
  }
  return (
    <SpaceBetween size="l">
      <FormField
        label={word('iam.createIdentityProvider.name')}
        description="Enter a meaningful name to identify this provider."
        constraintText="Maximum 128 characters. Use alphanumeric or '._-' characters."
        errorText={problems.name}
      >
        <Input
          value={form.name}
          {...placeInput('iam.createIdentityProvider.name')}
          autoComplete={false}
          onChange={({ detail }) => onChange({ name: detail.value })}
        />
      </FormField>
      <FormField
        label="Metadata document"
        description="This document is issued by your IdP."
        constraintText="File needs to be a valid UTF-8 XML document."
        errorText={problems.metadata}
      >
        <Place id="iam.createIdentityProvider.metadata">
          <FileUpload
            value={files}
            accept=".xml"
            onChange={({ detail }) => void choose(detail.value)}
            showFileSize
            i18nStrings={{
              uploadButtonText: () => word('iam.createIdentityProvider.metadata'),
              dropzoneText: () => 'Drop file to upload',
              removeFileAriaLabel: () => 'Remove the metadata document',
              limitShowFewer: 'Show fewer files',
              limitShowMore: 'Show more files',
              errorIconAriaLabel: 'Error',
            }}
          />
        </Place>
      </FormField>
    </SpaceBetween>
  )
}

const OidcFields = ({ form, problems, onChange }: FieldsProps) => (
  <SpaceBetween size="l">
    <FormField
      label={word('iam.createIdentityProvider.url')}
      description="Specify the secure OpenID Connect URL for authentication requests."
      constraintText="Maximum 255 characters. URL must begin with https://."
      errorText={problems.url}
    >
      <Input
        value={form.url}
        {...placeInput('iam.createIdentityProvider.url')}
        type="url"
        placeholder="https://"
        autoComplete={false}
        onChange={({ detail }) => onChange({ url: detail.value })}
      />
    </FormField>
    <FormField
      label={word('iam.createIdentityProvider.audience')}
      description="Specify the client ID issued by the identity provider for your app."
      constraintText="Maximum 255 characters."
      errorText={problems.audience}
    >
      <Input
        value={form.audience}
        {...placeInput('iam.createIdentityProvider.audience')}
        autoComplete={false}
        onChange={({ detail }) => onChange({ audience: detail.value })}
      />
    </FormField>
  </SpaceBetween>
)
