/**
 * What the AWS files say and which session follows from it: profiles, layouts, regions, endpoints
 * and the plan of STS calls. Reads no file and calls no network.
 */
@NullMarked
package dev.keyturn.domain.profile;

import org.jspecify.annotations.NullMarked;
