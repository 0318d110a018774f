/**
 * What AWS was recorded or is documented to answer, fact by fact and over the wire: one class for
 * each subject, one test for each fact, with status, code and text to the last blank.
 *
 * <ul>
 *   <li>{@code WireFormatTest}: XML, errors, times, JSON
 *   <li>{@code StsLimitsTest}: durations, who may call, shapes of parameters and answers
 *   <li>{@code StsErrorTextsTest}: each refusal of STS
 *   <li>{@code MfaOperationsTest}: MFA devices in IAM
 *   <li>{@code KeysAndUsersTest}: access keys and users
 *   <li>{@code QuotasAndNamesTest}: quotas, names, ids
 *   <li>{@code DeviceKindsTest}: virtual, hardware, passkey
 *   <li>{@code ConditionKeysTest}: what policies can ask about MFA
 *   <li>{@code PartitionsTest}: regions, partitions, ARNs
 *   <li>{@code S3ErrorsTest}: refusals of S3
 *   <li>{@code UnconfirmedTest}: where AWS does not tell, and what the sandbox does
 * </ul>
 *
 * <p>Sign-in federation has its facts in {@code SigninEndpointTest}.
 */
@NullMarked
package dev.keyturn.sandbox.semantics;

import org.jspecify.annotations.NullMarked;
