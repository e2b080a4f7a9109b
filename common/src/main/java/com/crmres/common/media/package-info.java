/// Files as screens know them, and how they are uploaded.
@NullMarked
package com.crmres.common.media;

import org.jspecify.annotations.NullMarked;
