import type { Decision } from './evaluate/decision'

/**
 * What an operation throws: code, message and HTTP status as the API gives them.
 * A refusal carries the decision behind it, so that a caller can explain it.
 */
export class ServiceError extends Error {
  readonly code: string
  readonly status: number
  readonly decision?: Decision

  constructor(code: string, message: string, status: number, decision?: Decision) {
    super(message)
    this.name = code
    this.code = code
    this.status = status
    this.decision = decision
  }
}

/** Status by code. https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html */
const statuses = {
  AccessDenied: 403,
  /** What Organizations says of an account that may not ask, whatever its policies. */
  AccessDeniedException: 400,
  AccountNotFoundException: 400,
  AccountNotManagementOrDelegatedAdministratorException: 400,
  /** Of the sign-in page, which is no API; the console shows the message. */
  AuthenticationFailed: 401,
  AWSOrganizationsNotInUseException: 400,
  BucketAlreadyExists: 409,
  BucketAlreadyOwnedByYou: 409,
  BucketNotEmpty: 409,
  CallerIsNotManagementAccountException: 400,
  ConcurrentModification: 409,
  ConflictException: 409,
  DeleteConflict: 409,
  DuplicateCertificate: 409,
  DuplicateSSHPublicKey: 400,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  ExpiredToken: 403,
  ExpiredTokenException: 400,
  ExpiredTradeInTokenException: 400,
  FeatureDisabled: 404,
  FeatureEnabled: 409,
  IDPCommunicationError: 400,
  IDPRejectedClaim: 403,
  InsufficientSessionLifetime: 400,
  InvalidArgument: 400,
  InvalidAuthenticationCode: 403,
  InvalidAuthorizationMessageException: 400,
  InvalidBucketName: 400,
  InvalidClientTokenId: 403,
  InvalidContextAssertion: 400,
  InvalidIdentityToken: 400,
  InvalidInput: 400,
  InvalidInputException: 400,
  InvalidNextTokenException: 400,
  InvalidParameterValue: 400,
  InvalidPublicKey: 400,
  InvalidSubjectCredentials: 400,
  InvalidUserType: 400,
  JWTPayloadSizeExceededException: 400,
  KeyPairMismatch: 400,
  LimitExceeded: 409,
  MalformedCertificate: 400,
  MalformedPolicy: 400,
  MalformedPolicyDocument: 400,
  MissingAuthenticationToken: 403,
  /** The four of the sign-in page: what it has to ask for next, or why it cannot. */
  MultiFactorAuthenticationRequired: 401,
  NameConflict: 409,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchEntity: 404,
  NoSuchKey: 404,
  OrganizationNotFoundException: 400,
  OrganizationNotInAllFeaturesModeException: 400,
  OutboundWebIdentityFederationDisabledException: 403,
  PackedPolicyTooLarge: 400,
  ParentNotFoundException: 400,
  PasswordChangeFailed: 400,
  PasswordChangeRequired: 401,
  PasswordExpired: 401,
  PasswordPolicyViolation: 400,
  PolicyEvaluation: 500,
  PolicyNotAttachable: 400,
  PolicyNotFoundException: 400,
  ReportExpired: 410,
  ReportNotPresent: 410,
  ResourceNotFoundException: 404,
  RoleModified: 409,
  ServiceAccessNotEnabledException: 400,
  ServiceFailure: 500,
  ServiceQuotaExceededException: 402,
  ServiceUnavailable: 503,
  SessionDurationEscalationException: 403,
  SignatureDoesNotMatch: 403,
  TargetNotFoundException: 400,
  Throttling: 400,
  UnrecognizedPublicKeyEncoding: 400,
  UnmodifiableEntity: 400,
  ValidationError: 400,
  ValidationException: 400,
} as const

export type ErrorCode = keyof typeof statuses

/** What services answer that are busy or broken, as ours never are by themselves. */
const troubles = {
  InternalError: 500,
  InternalFailure: 500,
  RequestExpired: 400,
  RequestLimitExceeded: 503,
  SlowDown: 503,
  ThrottlingException: 400,
}

const known = { ...statuses, ...troubles }

/** Every code that can be asked for by name. */
export const errorCodes = Object.keys(known)

export const serviceError = (code: ErrorCode, message: string, decision?: Decision) =>
  new ServiceError(code, message, statuses[code], decision)

/** As named by somebody who is not of the engine, or `undefined` where it has no such code. */
export const statusOf = (code: string) =>
  Object.entries(known).find(([each]) => each === code)?.[1]

export const noSuchEntity = (message: string) => serviceError('NoSuchEntity', message)

export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof ServiceError
