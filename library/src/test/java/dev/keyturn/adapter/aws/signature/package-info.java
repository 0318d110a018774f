@NullMarked
package dev.keyturn.adapter.aws.signature;

import org.jspecify.annotations.NullMarked;
