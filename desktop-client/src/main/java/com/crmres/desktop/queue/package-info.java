/// What a person did without network, kept on the disk until the server has it.
@NullMarked
package com.crmres.desktop.queue;

import org.jspecify.annotations.NullMarked;
