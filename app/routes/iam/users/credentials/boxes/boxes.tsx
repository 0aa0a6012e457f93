import SpaceBetween from '@cloudscape-design/components/space-between'
import { BedrockKeys } from './bedrock-keys'
import { ServicePasswords } from './service-passwords'
import { SigningCertificates } from './signing-certificates'
import { SshKeys } from './ssh-keys'

/** A user's credentials that are good for one service, each kind asked for by itself. */
export const Boxes = ({ name }: { name: string }) => (
  <SpaceBetween size="l">
    <BedrockKeys name={name} />
    <SshKeys name={name} />
    <ServicePasswords name={name} kind="git" />
    <ServicePasswords name={name} kind="keyspaces" />
    <SigningCertificates name={name} />
  </SpaceBetween>
)
