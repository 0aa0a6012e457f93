/** Services that a role can be made for, with what each of them does with it. */
import { wordOf } from '~/lib/console-address/text'

export type UseCase = {
  id: string
  label: string
  description: string
  principal: string
  /** Managed policies the use case comes with. */
  policies?: string[]
}

export type ServiceChoice = { id: string; label: string; useCases: UseCase[] }

const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`

const single = (
  id: string,
  label: string,
  description: string,
  principal = `${id}.amazonaws.com`
): ServiceChoice => ({ id, label, useCases: [{ id, label, description, principal }] })

const ec2: ServiceChoice = {
  id: 'ec2',
  label: 'EC2',
  useCases: [
    {
      id: 'ec2',
      label: 'EC2',
      description: 'Allows EC2 instances to call AWS services on your behalf.',
      principal: 'ec2.amazonaws.com',
    },
    {
      id: 'ec2-ssm',
      label: 'EC2 Role for AWS Systems Manager',
      description:
        'Allows EC2 instances to call AWS services like CloudWatch and Systems Manager on your behalf.',
      principal: 'ec2.amazonaws.com',
      policies: [aws('AmazonSSMManagedInstanceCore')],
    },
    {
      id: 'ec2-spot-fleet',
      label: 'EC2 Spot Fleet Role',
      description:
        'Allows EC2 Spot Fleet to request and terminate Spot Instances on your behalf.',
      principal: 'spotfleet.amazonaws.com',
      policies: [aws('service-role/AmazonEC2SpotFleetTaggingRole')],
    },
    {
      id: 'ec2-spot-autoscaling',
      label: 'EC2 - Spot Fleet Auto Scaling',
      description:
        'Allows Auto Scaling to access and update EC2 spot fleets on your behalf.',
      principal: 'application-autoscaling.amazonaws.com',
      policies: [aws('service-role/AmazonEC2SpotFleetAutoscaleRole')],
    },
    {
      id: 'ec2-spot-tagging',
      label: 'EC2 - Spot Fleet Tagging',
      description:
        'Allows EC2 to launch spot instances and attach tags to them on your behalf.',
      principal: 'spotfleet.amazonaws.com',
      policies: [aws('service-role/AmazonEC2SpotFleetTaggingRole')],
    },
  ],
}

export const services: ServiceChoice[] = [
  ec2,
  single(
    'lambda',
    'Lambda',
    'Allows Lambda functions to call AWS services on your behalf.'
  ),
  single(
    'apigateway',
    'API Gateway',
    'Allows API Gateway to push logs to CloudWatch Logs.'
  ),
  single(
    'cloudformation',
    'CloudFormation',
    'Allows CloudFormation to create and manage AWS stacks and resources on your behalf.'
  ),
  single('codebuild', 'CodeBuild', 'Allows CodeBuild to call AWS services on your behalf.'),
  single(
    'codedeploy',
    'CodeDeploy',
    'Allows CodeDeploy to call AWS services such as Auto Scaling on your behalf.'
  ),
  single(
    'config',
    'Config',
    'Allows Config to call AWS services and collect resource configurations on your behalf.'
  ),
  {
    id: 'ecs',
    label: 'Elastic Container Service',
    useCases: [
      {
        id: 'ecs-task',
        label: 'Elastic Container Service Task',
        description: 'Allows ECS tasks to call AWS services on your behalf.',
        principal: 'ecs-tasks.amazonaws.com',
      },
      {
        id: 'ecs',
        label: 'Elastic Container Service',
        description: 'Allows ECS to create and manage AWS resources on your behalf.',
        principal: 'ecs.amazonaws.com',
      },
    ],
  },
  single('eks', 'EKS', 'Allows EKS to manage clusters on your behalf.'),
  single('glue', 'Glue', 'Allows Glue to call AWS services on your behalf.'),
  single('rds', 'RDS', 'Allows RDS to call AWS services on your behalf.'),
  single('s3', 'S3', 'Allows S3 to call AWS services on your behalf.'),
  single(
    'sagemaker',
    'SageMaker',
    'Allows SageMaker notebook instances, training jobs, and models to access AWS services on your behalf.'
  ),
  single(
    'states',
    'Step Functions',
    'Allows Step Functions to access AWS resources on your behalf.'
  ),
]

export const findService = (id: string) => services.find((service) => service.id === id)

export function findUseCase(serviceId: string, useCaseId: string) {
  const service = findService(serviceId)
  return service?.useCases.find(({ id }) => id === useCaseId)
}

/** `AmazonEKS`, `AWS Lambda` and `EC2` without whose they are, as one word. */
const wordFor = (text: string) => wordOf(text).replace(/^(?:amazon|aws)(?=.)/, '')

/** Other names that links have for what stands above. */
const aliases: Record<string, string> = {
  ec2containerservice: 'ecs',
  elasticcontainerservice: 'ecs',
  ecstasks: 'ecs',
  ec2containerservicetask: 'ecs-task',
  elasticcontainerservicetask: 'ecs-task',
  ecstask: 'ecs-task',
  stepfunctions: 'states',
  simplesystemsmanagerservicerole: 'ec2-ssm',
  systemsmanager: 'ec2-ssm',
  ec2roleforsystemsmanager: 'ec2-ssm',
  ec2roleforssm: 'ec2-ssm',
  ssm: 'ec2-ssm',
  spotfleet: 'ec2-spot-fleet',
}

const isNamed =
  (text: string) =>
  ({ id, label }: { id: string; label: string }) =>
    wordFor(id) === wordFor(text) ||
    wordFor(label) === wordFor(text) ||
    aliases[wordFor(text)] === id

export const namedService = (text: string) => services.find(isNamed(text))

/** A service with one use case leaves no choice; one that is not asked for is the first. */
export function namedUseCase({ useCases }: ServiceChoice, text: string | undefined) {
  if (useCases.length === 1 || text === undefined) return useCases[0]
  return useCases.find(isNamed(text))
}
