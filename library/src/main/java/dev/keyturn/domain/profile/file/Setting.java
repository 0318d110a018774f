package dev.keyturn.domain.profile.file;

import java.util.Map;

/**
 * One setting of a section.
 *
 * @param name the key in lower case: look-ups ignore case
 * @param value the value as the AWS SDKs read it; of a nested block its raw text
 * @param origin where the effective value was read
 * @param nested the sub-properties of a nested block such as {@code s3 =}, by lower-case name, in
 *     file order; empty for a plain value
 */
public record Setting(String name, String value, Origin origin, Map<String, Setting> nested) {}
