/**
 * The policy language of IAM and its evaluation: may this principal do this to that resource, and
 * if not, which kind of policy stood in the way. It knows no users, roles or sessions; anyone who
 * asks collects the policies and the condition keys.
 */
@NullMarked
package dev.keyturn.sandbox.policy;

import org.jspecify.annotations.NullMarked;
