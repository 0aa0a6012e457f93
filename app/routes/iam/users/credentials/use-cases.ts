/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html */
export type UseCase = {
  value: string
  label: string
  description: string
  /** What to do instead; without one a key is the way. */
  alternatives?: string[]
}

export const useCases: UseCase[] = [
  {
    value: 'cli',
    label: 'Command Line Interface (CLI)',
    description: 'The AWS CLI on your own computer will call AWS with this key.',
    alternatives: [
      'Open AWS CloudShell, which has your console session already, and run commands there.',
      'Sign the AWS CLI in through IAM Identity Center: it then holds credentials that expire.',
    ],
  },
  {
    value: 'local-code',
    label: 'Local code',
    description: 'Code on a development machine will call AWS with this key.',
    alternatives: [
      'Sign in from an IDE with an AWS toolkit and IAM Identity Center, so that no key lies on the disk.',
    ],
  },
  {
    value: 'compute',
    label: 'Application running on an AWS compute service',
    description:
      'Code on Amazon EC2, Amazon ECS or AWS Lambda will call AWS with this key.',
    alternatives: [
      'Give the instance, task or function a role. The service hands out its credentials and renews them.',
    ],
  },
  {
    value: 'third-party',
    label: 'Third-party service',
    description:
      'A service outside AWS that watches or manages your resources will use it.',
    alternatives: [
      'Let the service assume a role of your account, with an external ID in the role’s trust policy.',
    ],
  },
  {
    value: 'outside',
    label: 'Application running outside AWS',
    description: 'Work in your own data center or in another cloud will call AWS with it.',
    alternatives: [
      'Use IAM Roles Anywhere, or federate with the identity that the work has there already.',
    ],
  },
  {
    value: 'other',
    label: 'Other',
    description: 'Your use case is not listed here.',
  },
]

export const findUseCase = (value: string) => useCases.find((each) => each.value === value)

export type KeyForm = { useCase: string; agreed: boolean; description: string }

export const newKeyForm: KeyForm = { useCase: '', agreed: false, description: '' }

export const keyProblems = ({ useCase, agreed }: KeyForm) => {
  const chosen = findUseCase(useCase)
  return {
    useCase: chosen ? undefined : 'Select a use case.',
    agreed:
      chosen?.alternatives && !agreed
        ? 'Confirm that you have read the recommendation.'
        : undefined,
  }
}
