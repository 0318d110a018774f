/**
 * What all actions of IAM share: the user or role that a request names, its parameters, pages, tags
 * and documents.
 */
@NullMarked
package dev.keyturn.sandbox.iam.request;

import org.jspecify.annotations.NullMarked;
