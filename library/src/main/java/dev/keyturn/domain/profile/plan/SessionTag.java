package dev.keyturn.domain.profile.plan;

/**
 * A session tag.
 *
 * @param key its key
 * @param value its value
 */
public record SessionTag(String key, String value) {}
