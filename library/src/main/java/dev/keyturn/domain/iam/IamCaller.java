package dev.keyturn.domain.iam;

import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.TokenService.Signer;

/**
 * The credentials and endpoints of a call to IAM.
 *
 * @param endpoints the endpoints to call
 * @param signer signs the call: IAM accepts long-term keys, and sessions with MFA
 */
public record IamCaller(Endpoints endpoints, Signer signer) {}
