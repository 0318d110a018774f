/** Child processes: how programs are found and how they end. Other adapters may use it. */
@NullMarked
package dev.keyturn.adapter.child;

import org.jspecify.annotations.NullMarked;
