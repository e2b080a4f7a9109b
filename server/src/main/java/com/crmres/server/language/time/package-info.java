/// When customers want something, as they write it in Arabic and English.
@NullMarked
package com.crmres.server.language.time;

import org.jspecify.annotations.NullMarked;
