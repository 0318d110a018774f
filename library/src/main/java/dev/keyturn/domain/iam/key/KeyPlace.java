package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.edit.Place;

/**
 * A section of an AWS file with an access key in it.
 *
 * @param place the section
 * @param profile the profile that it belongs to
 */
public record KeyPlace(Place place, String profile) {}
