/**
 * AWS services as principals: `ec2.amazonaws.com`, with a Region or China's suffix in some.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
import { servicePrefixes } from '../catalog/generated/service-prefixes'

/** Principals whose name is not the service's prefix in policies. */
const others = new Set([
  'apidestinations.events',
  'assets.airbyte',
  'channels.lex',
  'cloudformation',
  'cloudtrail',
  'delivery.logs',
  'ecs-tasks',
  'edgelambda',
  'eks-fargate-pods',
  'eks-nodegroup',
  'lexv2',
  'member.org.stacksets.cloudformation',
  'monitoring.rds',
  'ops.apigateway',
  'opsworks',
  'pods.eks',
  'replicator.lambda',
  'spotfleet',
  'spot',
  'ssm-incidents',
  'stacksets.cloudformation',
  'streams.metrics.cloudwatch',
  'support',
  'tasks.apprunner',
  'build.apprunner',
  'transitgateway',
  'trustedadvisor',
  'vpc-flow-logs',
  'vmie',
  'config-conforms',
  'credentials.iot',
  'scheduler',
  'pipes',
  'application-autoscaling',
  'ec2scheduled',
  'jellyfish',
  'resources.cloudformation',
  'codecommit-source',
  'automationexec.ssm',
  'elasticmapreduce',
  'instance-connect.ec2',
  'email.cognito-idp',
  'custom-resource.application-autoscaling',
  'ram',
  'cks.kms',
  'bedrock-agentcore',
])

export function isServicePrincipal(value: string) {
  const match = /^([a-z0-9.-]+)\.amazonaws\.com(?:\.cn)?$/.exec(value)
  if (!match?.[1]) return false
  const name = match[1].replace(/\.(?:[a-z]{2}(?:-[a-z]+)+-\d)$/, '')
  const last = name.slice(name.lastIndexOf('.') + 1)
  return others.has(name) || servicePrefixes.has(name) || servicePrefixes.has(last)
}
