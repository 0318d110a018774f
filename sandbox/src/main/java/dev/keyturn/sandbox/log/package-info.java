/** One JSON line per request, without secrets, and the count of requests per action. */
@NullMarked
package dev.keyturn.sandbox.log;

import org.jspecify.annotations.NullMarked;
