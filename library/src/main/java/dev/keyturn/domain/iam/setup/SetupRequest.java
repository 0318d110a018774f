package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import java.util.List;

/**
 * What an account should have.
 *
 * @param templates the policies; with them the users and roles that they belong to
 * @param values what they are filled in with
 * @param withKey whether the user should have an access key
 */
public record SetupRequest(
    List<PolicyTemplate> templates, TemplateValues values, boolean withKey) {}
