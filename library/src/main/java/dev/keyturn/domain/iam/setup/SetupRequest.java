package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import java.util.List;

/**
 * What an account should have.
 *
 * @param templates the policies, which imply the users and roles they belong to
 * @param values the values filled in
 * @param withKey whether the user should have an access key
 */
public record SetupRequest(
    List<PolicyTemplate> templates, TemplateValues values, boolean withKey) {}
