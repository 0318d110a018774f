/** How answers of AWS are read. */
@NullMarked
package dev.keyturn.adapter.aws.xml;

import org.jspecify.annotations.NullMarked;
