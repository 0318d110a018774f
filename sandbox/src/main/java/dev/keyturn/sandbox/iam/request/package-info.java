/**
 * What all actions of IAM share: whom a request names, its parameters, pages, tags and documents.
 */
@NullMarked
package dev.keyturn.sandbox.iam.request;

import org.jspecify.annotations.NullMarked;
