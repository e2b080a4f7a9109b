/// How values travel: the one JSON mapper, names of enums, pages, the error envelope.
@NullMarked
package com.crmres.common.wire;

import org.jspecify.annotations.NullMarked;
