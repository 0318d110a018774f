package dev.keyturn.domain.iam;

import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.TokenService.Signer;

/**
 * Who calls IAM, and where.
 *
 * @param endpoints where AWS is called
 * @param signer signs the call: IAM takes long-term keys, and sessions that carry MFA
 */
public record IamCaller(Endpoints endpoints, Signer signer) {}
