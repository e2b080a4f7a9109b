/// Arabic and English as people type them: normal forms, words, numbers, likeness. Pure.
@NullMarked
package com.crmres.server.language;

import org.jspecify.annotations.NullMarked;
