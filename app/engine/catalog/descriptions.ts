/**
 * Descriptions of the AWS managed policies a learner is likely to meet; the data the catalog is
 * made from has none. A policy not listed here shows an empty description.
 */
export const descriptions: Record<string, string> = {
  AdministratorAccess: 'Provides full access to AWS services and resources.',
  AmazonAPIGatewayAdministrator:
    'Provides full access to create/edit/delete APIs in Amazon API Gateway via the AWS Management Console.',
  AmazonAPIGatewayInvokeFullAccess:
    'Provides full access to invoke APIs in Amazon API Gateway.',
  AmazonAPIGatewayPushToCloudWatchLogs:
    "Allows API Gateway to push logs to user's account.",
  AmazonAthenaFullAccess:
    'Provides full access to Amazon Athena and scoped access to the dependencies needed to enable querying, writing results, and data management.',
  AmazonCognitoPowerUser:
    'Provides administrative access to existing Amazon Cognito resources.',
  AmazonCognitoReadOnly: 'Provides read only access to Amazon Cognito resources.',
  AmazonDynamoDBFullAccess:
    'Provides full access to Amazon DynamoDB via the AWS Management Console.',
  AmazonDynamoDBReadOnlyAccess:
    'Provides read only access to Amazon DynamoDB via the AWS Management Console.',
  AmazonEC2ContainerRegistryFullAccess:
    'Provides administrative access to Amazon ECR resources.',
  AmazonEC2ContainerRegistryReadOnly:
    'Provides read-only access to Amazon EC2 Container Registry repositories.',
  AmazonEC2FullAccess: 'Provides full access to Amazon EC2 via the AWS Management Console.',
  AmazonEC2ReadOnlyAccess:
    'Provides read only access to Amazon EC2 via the AWS Management Console.',
  AmazonECS_FullAccess: 'Provides administrative access to Amazon ECS resources.',
  AmazonECSTaskExecutionRolePolicy:
    'Provides access to other AWS service resources that are required to run Amazon ECS tasks.',
  AmazonEKSClusterPolicy:
    'Provides Kubernetes the permissions it requires to manage resources on your behalf.',
  AmazonEKSWorkerNodePolicy:
    'Allows Amazon EKS worker nodes to connect to Amazon EKS clusters.',
  AmazonEKS_CNI_Policy:
    'Provides the Amazon VPC CNI plugin the permissions it requires to change the IP address configuration of worker nodes.',
  AmazonElastiCacheFullAccess:
    'Provides full access to Amazon ElastiCache via the AWS Management Console.',
  AmazonGlacierFullAccess:
    'Provides full access to Amazon Glacier via the AWS Management Console.',
  AmazonKinesisFullAccess:
    'Provides full access to all streams via the AWS Management Console.',
  AmazonKinesisReadOnlyAccess:
    'Provides read only access to all streams via the AWS Management Console.',
  AmazonRDSFullAccess: 'Provides full access to Amazon RDS via the AWS Management Console.',
  AmazonRDSReadOnlyAccess:
    'Provides read only access to Amazon RDS via the AWS Management Console.',
  AmazonRedshiftFullAccess:
    'Provides full access to Amazon Redshift via the AWS Management Console.',
  AmazonRoute53FullAccess:
    'Provides full access to all Amazon Route 53 via the AWS Management Console.',
  AmazonRoute53ReadOnlyAccess:
    'Provides read only access to all Amazon Route 53 via the AWS Management Console.',
  AmazonS3FullAccess: 'Provides full access to all buckets via the AWS Management Console.',
  AmazonS3ReadOnlyAccess:
    'Provides read only access to all buckets via the AWS Management Console.',
  AmazonSageMakerFullAccess:
    'Provides full access to Amazon SageMaker via the AWS Management Console and SDK.',
  AmazonSESFullAccess: 'Provides full access to Amazon SES via the AWS Management Console.',
  AmazonSNSFullAccess: 'Provides full access to Amazon SNS via the AWS Management Console.',
  AmazonSNSReadOnlyAccess:
    'Provides read only access to Amazon SNS via the AWS Management Console.',
  AmazonSQSFullAccess: 'Provides full access to Amazon SQS via the AWS Management Console.',
  AmazonSQSReadOnlyAccess:
    'Provides read only access to Amazon SQS via the AWS Management Console.',
  AmazonSSMFullAccess: 'Provides full access to Amazon SSM.',
  AmazonSSMManagedInstanceCore:
    'The policy for Amazon EC2 Role to enable AWS Systems Manager service core functionality.',
  AmazonSSMReadOnlyAccess: 'Provides read only access to Amazon SSM.',
  AmazonVPCFullAccess: 'Provides full access to Amazon VPC via the AWS Management Console.',
  AmazonVPCReadOnlyAccess:
    'Provides read only access to Amazon VPC via the AWS Management Console.',
  AWSBackupFullAccess:
    'This policy is for backup administrators, granting full access to AWS Backup operations.',
  AWSCloudFormationFullAccess: 'Provides full access to AWS CloudFormation.',
  AWSCloudFormationReadOnlyAccess:
    'Provides access to AWS CloudFormation via the AWS Management Console.',
  AWSCloudTrail_FullAccess: 'Provides full access to AWS CloudTrail.',
  AWSCloudTrail_ReadOnlyAccess: 'Provides read only access to AWS CloudTrail.',
  AWSCodeBuildAdminAccess:
    'Provides full access to AWS CodeBuild via the AWS Management Console.',
  AWSCodeCommitFullAccess:
    'Provides full access to AWS CodeCommit via the AWS Management Console.',
  AWSDenyAll: 'Deny all access.',
  AWSKeyManagementServicePowerUser: 'Provides access to AWS Key Management Service (KMS).',
  AWSLambda_FullAccess:
    'Grants full access to AWS Lambda service, AWS Lambda console features, and other related AWS services.',
  AWSLambda_ReadOnlyAccess:
    'Grants read-only access to AWS Lambda service, AWS Lambda console features, and other related AWS services.',
  AWSLambdaBasicExecutionRole: 'Provides write permissions to CloudWatch Logs.',
  AWSLambdaRole: 'Default policy for AWS Lambda service role.',
  AWSLambdaVPCAccessExecutionRole:
    'Provides minimum permissions for a Lambda function to execute while accessing a resource within a VPC.',
  AWSOrganizationsFullAccess: 'Provides full access to AWS Organizations.',
  AWSOrganizationsReadOnlyAccess: 'Provides read-only access to AWS Organizations.',
  AWSSupportAccess: 'Allows users to access the AWS Support Center.',
  Billing:
    'Grants permissions for billing and cost management. This includes viewing account usage and viewing and modifying budgets and payment methods.',
  CloudWatchFullAccess: 'Provides full access to CloudWatch.',
  CloudWatchFullAccessV2: 'Provides full access to CloudWatch.',
  CloudWatchLogsFullAccess: 'Provides full access to CloudWatch Logs',
  CloudWatchLogsReadOnlyAccess: 'Provides read only access to CloudWatch Logs',
  CloudWatchReadOnlyAccess: 'Provides read only access to CloudWatch.',
  DatabaseAdministrator:
    'Grants full access permissions to AWS services and actions required to set up and configure AWS database services.',
  DataScientist: 'Grants permissions to AWS data analytics services.',
  IAMAccessAnalyzerFullAccess: 'Provides full access to IAM Access Analyzer',
  IAMAccessAnalyzerReadOnlyAccess: 'Provides read only access to IAM Access Analyzer',
  IAMFullAccess: 'Provides full access to IAM via the AWS Management Console.',
  IAMReadOnlyAccess: 'Provides read only access to IAM via the AWS Management Console.',
  IAMSelfManageServiceSpecificCredentials:
    'Allows an IAM user to manage their own Service Specific Credentials.',
  IAMUserChangePassword:
    'Provides the ability for an IAM user to change their own password.',
  IAMUserSSHKeys: 'Provides the ability for an IAM user to manage their own SSH keys.',
  NetworkAdministrator:
    'Grants full access permissions to AWS services and actions required to set up and configure AWS network resources.',
  PowerUserAccess:
    'Provides full access to AWS services and resources, but does not allow management of Users and groups.',
  ReadOnlyAccess: 'Provides read-only access to AWS services and resources.',
  SecurityAudit:
    'The security audit template grants access to read security configuration metadata. It is useful for software that audits the configuration of an AWS account.',
  SecretsManagerReadWrite:
    'Provides read/write access to AWS Secrets Manager via the AWS Management Console.',
  SupportUser:
    'This policy grants permissions to troubleshoot and resolve issues in an AWS account. It also enables the user to contact AWS support to create and manage cases.',
  SystemAdministrator:
    'Grants full access permissions necessary for resources required for application and development operations.',
  ViewOnlyAccess:
    'This policy grants permissions to view resources and basic metadata across all AWS services.',
}
